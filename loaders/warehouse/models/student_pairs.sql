-- Per mentee, what the evaluation compared: the review grades measured and their directions, and those without a
-- baseline or without a follow-up.
create table student_pairs as
select
  student_id,
  count(*) filter (measured) as measured,
  count(*) filter (measured and direction > 0) as higher,
  count(*) filter (measured and direction < 0) as lower,
  count(*) filter (measured and direction = 0) as same,
  count(*) filter (before_date is null) as without_baseline,
  count(*) filter (after_date is null) as without_follow_up
from mentee_pairs
where outcome <> 'predictions'
group by student_id;
