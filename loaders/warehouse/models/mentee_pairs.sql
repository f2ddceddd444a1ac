-- Before and after of the mentees in what their teachers judge. Quick leavers keep their pairs but are never measured.
create table mentee_pairs as
select pairs.*, comparable and not quick_leaver as measured
from pairs_in('mentees') as pairs
join mentees using (student_id)
where outcome <> 'test results';
