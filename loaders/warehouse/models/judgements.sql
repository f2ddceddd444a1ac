-- The days on which each student on roll is judged by the rules of concern: asOf, the last panel, the day of the
-- student's last action, and the days of the student's own reviews, those of earlier years too.
create table judgements as
with days as (
  select student_id, as_of as day from students, settings
  union
  select student_id, day from students, last_panel
  union
  select student_id, day from last_actions
  union
  select student_id, review_date from grade_days where outcome <> 'test results'
)
select
  student_id,
  day,
  case
    when day >= year_starts_on then year_starts_on
    else make_date(year(day) - (month(day) < 9)::integer, 9, 1)
  end as year_starts_on
from days
join students using (student_id)
cross join settings
where (joined_on is null or joined_on <= day) and (left_on is null or left_on > day);
