-- Meetings of this year of the students who have a page.
create table student_meetings as
select student_id, day, status
from meetings_to_date
join student_list using (student_id)
cross join settings
where day between year_starts_on and as_of;
