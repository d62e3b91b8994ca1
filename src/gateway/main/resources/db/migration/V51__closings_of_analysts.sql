-- Analysts order a period to be closed anew at a gateway, under a key of their system; operators by the command, without one.
alter table report_order add column requester text;        -- of the analyst, who is asked_by; null for the command
alter table report_order add column idempotency_key text;  -- null for the command
-- contract since V49: gateways before leave requester null, and rows without it are not in the index
create unique index report_order_key on report_order (requester, idempotency_key) where requester is not null;
-- One of a period at a time, whichever gateways are asked at once.
-- contract since V49: gateways before leave requester null, and rows without it are not in the index
create unique index report_order_one on report_order (period) where done_at is null and requester is not null;
