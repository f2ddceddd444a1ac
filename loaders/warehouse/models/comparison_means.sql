-- Per comparison student and outcome: the means over the subjects of the ranks before and after, of subjects with both
-- on one scale; and whether any subject has a review before. The subjects stand in order, so that sums are the same in
-- every run.
create table comparison_means as
select
  student_id,
  outcome,
  count(*) filter (before_date is not null) as subjects_before,
  count(*) filter (comparable) as subjects,
  list_avg(list(before_sum / before_count order by subject) filter (comparable)) as before,
  list_avg(list(after_sum / after_count order by subject) filter (comparable)) as after
from pairs_in('comparison_windows')
group by student_id, outcome;
