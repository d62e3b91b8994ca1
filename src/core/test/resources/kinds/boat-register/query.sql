-- A citizen's number can change; the register keeps the former one.
select fin, hull_number, maker, model, built, registered
from boat_owner
where {fin} in (fin, former_fin)
order by hull_number
