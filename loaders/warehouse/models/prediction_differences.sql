-- Per student and subject with a result: the latest result, against the latest predicted grade of the year before it.
-- difference: predicted minus achieved, in grades of one scale, as sum over the teachers and their number; null without
-- a predicted grade, or with one on another scale.
create table prediction_differences as
with results as (
  select
    student_id, subject, predictions.scale, predictions.review_date, rank,
    row_number() over (
      partition by student_id, subject order by predictions.review_date desc, rank desc, predictions.scale
    ) as age
  from predictions
  join scale_grades using (scale, grade)
  where kind = 'result' and review_date <= (select as_of from settings)
),
predicted as (
  select
    grade_days.student_id,
    grade_days.subject,
    arg_max(grade_days, grade_days.review_date) as latest
  from grade_days
  join results using (student_id, subject)
  where outcome = 'predictions'
    and age = 1
    and grade_days.review_date <= results.review_date
    and grade_days.review_date > results.review_date - interval 1 year
  group by grade_days.student_id, grade_days.subject
)
select
  student_id,
  subject,
  results.scale,
  latest is not null as predicted,
  case when latest.scale = results.scale then latest.rank_sum - results.rank * latest.rank_count end as difference,
  latest.rank_count as teachers
from results
left join predicted using (student_id, subject)
where age = 1;
