-- Per judgement, subject and outcome of what teachers judge: the latest grade of that academic year and the one before.
create table judged_grades as
with chosen as (
  select
    student_id, day, subject, outcome,
    arg_max(grade_days, review_date, 2) as grades
  from judgements
  join grade_days using (student_id)
  where review_date between year_starts_on and day and outcome <> 'test results'
  group by student_id, day, subject, outcome
)
select
  student_id,
  day,
  subject,
  outcome,
  grades[1].review_date as review_date,
  grades[1].grade as grade,
  grades[1].scale as scale,
  grades[1].rank_sum as rank_sum,
  grades[1].rank_count as rank_count,
  grades[2].review_date as earlier_date,
  grades[2].grade as earlier_grade,
  case when grades[1].scale = grades[2].scale
    then sign(grades[1].rank_sum * grades[2].rank_count - grades[2].rank_sum * grades[1].rank_count)::integer
  end as direction,
  day - grades[1].review_date <= stale_days as fresh
from chosen
cross join settings;
