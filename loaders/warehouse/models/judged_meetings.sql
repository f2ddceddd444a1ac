-- Per judgement with a running agreement on that day: meetings that the student missed since the last one held.
create table judged_meetings as
with running as (
  select distinct student_id, day
  from judgements
  join agreements_to_date using (student_id)
  where day >= starts_on and (active or day < ends_on)
),
held as (
  select running.student_id, running.day, max(meetings_to_date.day) as last_held
  from running
  join meetings_to_date on meetings_to_date.student_id = running.student_id and meetings_to_date.day <= running.day
  where status = 'held'
  group by running.student_id, running.day
)
select
  running.student_id,
  running.day,
  last_held,
  count(*) filter (status = 'missed_by_student' and (last_held is null or meetings_to_date.day > last_held)) as missed,
  max(meetings_to_date.day) filter (status = 'missed_by_student') as latest
from running
left join held using (student_id, day)
left join meetings_to_date on meetings_to_date.student_id = running.student_id and meetings_to_date.day <= running.day
group by running.student_id, running.day, last_held;
