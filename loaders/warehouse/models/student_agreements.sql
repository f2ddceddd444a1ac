-- Agreements of the students who have a page, with the mentor's name where a staff file gives it.
create table student_agreements as
select student_id, coalesce(staff.name, mentor_id) as mentor, agreements_to_date.starts_on, agreements_to_date.ends_on, agreements_to_date.active
from agreements_to_date
join student_list using (student_id)
left join staff on staff_id = mentor_id;
