-- Per student on roll with two or more reviews this year: the day of the latest, and in how many subjects the predicted
-- grade of that review or of the staleDays before it is below target, of how many that can be compared.
create table latest_against_target as
with days as (
  select student_id, max(day) as newest
  from judgements
  where review and year_starts_on = (select year_starts_on from settings)
  group by student_id
  having count(*) > 1
)
select
  days.student_id,
  newest,
  count(subject) filter (fresh) as compared,
  count(subject) filter (fresh and below) as below
from days
join judgements as now on now.student_id = days.student_id and now.day = (select as_of from settings)
left join judged_below_target on judged_below_target.student_id = days.student_id and judged_below_target.day = newest
group by days.student_id, newest;
