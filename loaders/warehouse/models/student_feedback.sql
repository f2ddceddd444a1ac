-- What teachers wrote this year about the students who have a page, up to asOf.
create table student_feedback as
select student_id, date, subject, teacher, tone, comment
from feedback
join student_list using (student_id)
cross join settings
where date between year_starts_on and as_of;
