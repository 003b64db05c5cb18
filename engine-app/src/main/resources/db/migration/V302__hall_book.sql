-- Halls are kept by whoever watches over their region; nobody overwrites what another one just changed.
alter table hall
    add column edition int not null default 1,
    add column changed_at timestamptz,
    add column changed_by text;

-- With which ticket somebody came, as their cases tell it after the intake is gone.
alter table application add column queue_ticket text, add column queue_waited int;
comment on column application.queue_waited is 'seconds from the ticket to its first call';
update application a set queue_ticket = w.ticket, queue_waited = w.waited
from window_intake w where w.application_no = a.application_no and w.ticket is not null;
