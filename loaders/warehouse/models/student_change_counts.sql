-- Per outcome: students improved in at least one subject, declined in at least one, in both, or in neither.
create table student_change_counts as
select
  outcome,
  count(*) as measured,
  count(*) filter (up > 0) as improved,
  count(*) filter (down > 0) as declined,
  count(*) filter (up > 0 and down > 0) as both,
  count(*) filter (up = 0 and down = 0) as unchanged
from student_changes
group by outcome;
