-- One row an action that a panel agreed by asOf. One that stands more than once, as when a file is carried forward, is
-- done or dropped where any of its rows says so. overdue: open after the day it was due.
create table panel_actions as
with stated as (
  select
    panel_date, student_id, action,
    max_by(owner, (coalesce(status, 'open') <> 'open', owner)) as owner,
    max(due_on) as due_on,
    max_by(success_measure, (coalesce(status, 'open') <> 'open', success_measure)) as success_measure,
    coalesce(min(status) filter (status <> 'open'), 'open') as status,
    max_by(outcome, (coalesce(status, 'open') <> 'open', outcome)) as outcome
  from panel
  where panel_date <= (select as_of from settings)
  group by panel_date, student_id, action
)
select *, status = 'open' and coalesce(due_on < as_of, false) as overdue
from stated
cross join settings;
