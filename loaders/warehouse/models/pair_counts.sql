-- Per outcome: the mentees' student-subjects by what became of them.
create table pair_counts as
select
  outcome,
  count(*) filter (measured) as measured,
  count(*) filter (measured and direction > 0) as improved,
  count(*) filter (measured and direction < 0) as declined,
  count(*) filter (measured and direction = 0) as unchanged,
  count(*) filter (not measured) as not_measured
from mentee_pairs
group by outcome;
