-- Meetings of everyone who started, up to asOf.
create table meeting_counts as
select
  count(*) as planned,
  count(*) filter (status = 'held') as held,
  count(*) filter (status = 'missed_by_student') as missed_by_student,
  count(*) filter (status = 'missed_by_mentor') as missed_by_mentor,
  count(*) filter (status = 'cancelled') as cancelled
from meetings_to_date
where student_id in (select student_id from mentees);
