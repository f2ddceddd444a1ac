-- Per mentee and outcome: how many subjects were measured, went up and went down.
create table student_changes as
select
  student_id,
  outcome,
  count(*) filter (measured) as subjects,
  count(*) filter (measured and direction > 0) as up,
  count(*) filter (measured and direction < 0) as down
from mentee_pairs
group by student_id, outcome
having subjects > 0;
