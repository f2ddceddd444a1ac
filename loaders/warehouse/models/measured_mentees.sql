-- Mentees, other than quick leavers, with at least one measured pair.
create table measured_mentees as
select mentees.*
from mentees
where student_id in (select student_id from mentee_pairs where measured);
