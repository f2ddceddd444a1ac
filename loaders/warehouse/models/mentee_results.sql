-- Results of tests and exams before and after of the mentees. Quick leavers are never measured.
create table mentee_results as
select pairs.*, comparable and not quick_leaver as measured
from pairs_in('mentees') as pairs
join mentees using (student_id)
where outcome = 'test results';
