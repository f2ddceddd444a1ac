-- Targets of the students who have a page, and how many grades the latest predicted grade is below (+) or above (-);
-- null where the two are on different scales, or there is no predicted grade this year.
create table student_targets as
select student_id, targets.subject, targets.scale, targets.grade, targets.rank, off_target.gap
from targets
join student_list using (student_id)
left join off_target using (student_id, subject);
