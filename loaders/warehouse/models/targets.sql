-- Per student and subject: the latest target by asOf; a minimum target only where there is no other.
create table targets as
with dated as (
  select
    student_id, subject, predictions.scale, predictions.grade, rank,
    row_number() over (
      partition by student_id, subject
      order by kind = 'target' desc, review_date desc, rank desc, predictions.scale
    ) as age
  from predictions
  join scale_grades using (scale, grade)
  where kind in ('target', 'minimum_target') and review_date <= (select as_of from settings)
)
select student_id, subject, scale, grade, rank from dated where age = 1;
