-- One row a mentee and mentor with a running agreement: its week, and the meetings so far. A mentee with two mentors
-- is in both caseloads.
create table caseload as
with running as (
  select
    student_id,
    mentor_id,
    max(starts_on) as starts_on,
    arg_max(agreed_weeks, (starts_on, agreed_weeks)) as agreed_weeks,
    arg_max_null(extended_to, (starts_on, agreed_weeks)) as extended_to
  from agreements_to_date
  where active
  group by student_id, mentor_id
),
weeks as (
  select student_id, mentor_id, count(distinct week) as week
  from running
  join school_days on day >= starts_on
  group by student_id, mentor_id
)
select running.*, coalesce(week, 0) as week, active_mentees.* exclude (student_id)
from running
join active_mentees using (student_id)
left join weeks using (student_id, mentor_id);
