-- Per mentee, up to asOf: meetings held, those planned that were to be held, and weeks on the programme.
create table doses as
select
  mentees.student_id,
  mentees.active,
  mentees.ends_on,
  mentees.weeks,
  count(*) filter (status = 'held') as held,
  count(*) filter (status in ('held', 'missed_by_student', 'missed_by_mentor')) as planned
from mentees
left join meetings_to_date using (student_id)
group by all;
