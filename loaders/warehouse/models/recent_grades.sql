-- Per student, subject and outcome of what teachers judge, in the programme's year: the latest grade and the one before.
create table recent_grades as
with numbered as (
  select
    *,
    row_number() over (partition by student_id, subject, outcome order by review_date desc) as age
  from grade_days
  where review_date >= (select year_starts_on from settings) and outcome <> 'test results'
)
select
  latest.student_id,
  latest.subject,
  latest.outcome,
  latest.review_date,
  latest.grade,
  latest.scale,
  latest.rank_sum,
  latest.rank_count,
  earlier.review_date as earlier_date,
  earlier.grade as earlier_grade,
  case when latest.scale = earlier.scale
    then sign(latest.rank_sum * earlier.rank_count - earlier.rank_sum * latest.rank_count)::integer
  end as direction
from numbered as latest
left join numbered as earlier
  on (earlier.student_id, earlier.subject, earlier.outcome, earlier.age)
   = (latest.student_id, latest.subject, latest.outcome, 2)
where latest.age = 1;
