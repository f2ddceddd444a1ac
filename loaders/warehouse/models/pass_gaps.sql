-- Per latest predicted grade of the counted year groups and kind of pass: how many grades it is below the lowest pass of
-- its scale (0 or less: a pass), the grade that is that pass, and how many passes it is (a double award: two). Null where
-- it is not known: too old, by teachers on different scales, or on a scale without such a pass.
create table pass_gaps as
select
  latest_predictions.*,
  kinds.pass,
  coalesce(entries, 1) as entries,
  scale_grades.grade as needed,
  case when fresh
    then (on_track_pass.rank * rank_count - rank_sum) / rank_count
  end as below
from latest_predictions
cross join (select distinct pass from on_track_measures) as kinds
left join on_track_pass on on_track_pass.scale = latest_predictions.scale and on_track_pass.pass = kinds.pass
left join scale_grades on scale_grades.scale = on_track_pass.scale and scale_grades.rank = on_track_pass.rank
where year_group in (select year_group from on_track_years);
