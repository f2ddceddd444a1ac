-- Per judgement: what there is to judge the rules by. A grade older than stale_days counts as unknown.
create table judged_coverage as
select
  judgements.student_id,
  judgements.day,
  max(review_date) filter (outcome <> 'predictions') as newest_review,
  max(review_date) filter (outcome = 'predictions') as newest_prediction,
  count(distinct subject) filter (outcome <> 'predictions' and earlier_date is not null) as subjects_reviewed_twice,
  count(distinct subject) filter (outcome <> 'predictions' and earlier_date is not null and fresh) as subjects_compared,
  count(distinct subject) filter (outcome <> 'predictions')
    - count(distinct subject) filter (outcome <> 'predictions' and fresh) as stale_subjects,
  count(distinct subject) filter (criterion is not null and fresh) as deadline_subjects
from judgements
left join judged_grades using (student_id, day)
left join deadline_criteria on criterion = outcome
group by judgements.student_id, judgements.day;
