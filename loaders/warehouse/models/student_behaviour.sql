-- Behaviour of this year of the students who have a page, up to asOf, without what was noted about it.
create table student_behaviour as
select student_id, date, kind, points
from behaviour
join student_list using (student_id)
cross join settings
where date between year_starts_on and as_of;
