-- The subjects of each student looked at: those with a predicted grade at any time in the programme's year.
create table predicted_subjects as
select distinct student_id, subject
from grade_days
join windows using (student_id)
where outcome = 'predictions' and review_date >= (select year_starts_on from settings);
