-- Meetings held with each mentee up to asOf; of those with none, 0.
create table mentee_meetings as
select mentees.student_id, count(meetings_to_date.student_id) as held
from mentees
left join meetings_to_date on meetings_to_date.student_id = mentees.student_id and status = 'held'
group by mentees.student_id;
