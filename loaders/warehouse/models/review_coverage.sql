-- Per student on roll: what there is to judge the rules by.
create table review_coverage as
select
  on_roll.student_id,
  max(review_date) filter (outcome <> 'predictions') as newest_review,
  max(review_date) filter (outcome = 'predictions') as newest_prediction,
  count(distinct subject) filter (outcome <> 'predictions' and earlier_date is not null) as subjects_reviewed_twice,
  (select count(*) from off_target where off_target.student_id = on_roll.student_id) as subjects_with_target
from on_roll
left join recent_grades using (student_id)
group by on_roll.student_id;
