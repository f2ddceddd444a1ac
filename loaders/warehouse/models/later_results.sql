-- Per student and academic year with results: in how many subjects the latest result of the year is below the latest
-- target before it, of how many where both are on one scale; and the measure of onTrack by those results, for its year
-- groups (null where English or maths has no result).
create table later_results as
with results as (
  select
    student_id, subject, predictions.scale, review_date, rank,
    make_date(year(review_date) - (month(review_date) < 9)::integer, 9, 1) as year_starts_on
  from predictions
  join scale_grades using (scale, grade)
  where kind = 'result' and review_date <= (select as_of from settings)
  qualify row_number() over (
    partition by student_id, subject, year_starts_on order by review_date desc, rank desc, predictions.scale
  ) = 1
),
dated_targets as (
  select
    results.student_id, results.subject, results.year_starts_on, predictions.scale, target_grades.rank,
    row_number() over (
      partition by results.student_id, results.subject, results.year_starts_on
      order by kind = 'target' desc, predictions.review_date desc, target_grades.rank desc, predictions.scale
    ) as age
  from results
  join predictions on (predictions.student_id, predictions.subject) = (results.student_id, results.subject)
  join scale_grades as target_grades on (target_grades.scale, target_grades.grade) = (predictions.scale, predictions.grade)
  where kind in ('target', 'minimum_target') and predictions.review_date <= results.review_date
),
year_groups as (
  select distinct student_id, year_starts_on, year_group from judgements
)
select
  results.student_id,
  results.year_starts_on,
  min(results.review_date) as day,
  count(dated_targets.rank) as compared,
  count(*) filter (results.rank < dated_targets.rank) as below,
  any_value(measure) as measure,
  case
    when not coalesce(bool_or(year_group in (select year_group from on_track_years)), false) or any_value(measure) is null then null
    when not bool_or(lower(results.subject) in (select lower(subject) from on_track_english)) then null
    when not bool_or(lower(results.subject) in (select lower(subject) from on_track_maths)) then null
    else
      bool_or(results.rank >= passes.rank and lower(results.subject) in (select lower(subject) from on_track_english))
      and bool_or(results.rank >= passes.rank and lower(results.subject) in (select lower(subject) from on_track_maths))
      and (
        any_value(measure) = 'english-and-maths' or sum(entries) filter (results.rank >= passes.rank) >= 5
      )
  end as on_track
from results
left join dated_targets
  on (dated_targets.student_id, dated_targets.subject, dated_targets.year_starts_on, dated_targets.scale, dated_targets.age)
   = (results.student_id, results.subject, results.year_starts_on, results.scale, 1)
left join year_groups
  on (year_groups.student_id, year_groups.year_starts_on) = (results.student_id, results.year_starts_on)
left join on_track_measures on on_track_measures.id = 'declared'
left join on_track_pass as passes on (passes.scale, passes.pass) = (results.scale, on_track_measures.pass)
group by results.student_id, results.year_starts_on;
