-- Per judgement and subject: the latest target by that day; a minimum target only where there is no other.
create table judged_targets as
with dated as (
  select
    student_id, day, subject, predictions.scale, predictions.grade, rank,
    row_number() over (
      partition by student_id, day, subject
      order by kind = 'target' desc, review_date desc, rank desc, predictions.scale
    ) as age
  from judgements
  join predictions using (student_id)
  join scale_grades using (scale, grade)
  where kind in ('target', 'minimum_target') and review_date <= day
)
select student_id, day, subject, scale, grade, rank from dated where age = 1;
