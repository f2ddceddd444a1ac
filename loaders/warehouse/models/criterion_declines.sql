-- Review criteria that are lower than at the review before, per student, subject and criterion.
create table criterion_declines as
select student_id, subject, criteria.label as criterion, position, grade, earlier_grade, review_date, earlier_date
from recent_grades
join criteria on criterion = outcome
where direction < 0;
