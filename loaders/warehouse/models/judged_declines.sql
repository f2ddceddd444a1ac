-- Per judgement: review criteria that are lower than at the review before, by subject and criterion.
create table judged_declines as
select student_id, day, subject, criteria.label as criterion, position, grade, earlier_grade, review_date, earlier_date, fresh
from judged_grades
join criteria on criterion = outcome
where direction < 0;
