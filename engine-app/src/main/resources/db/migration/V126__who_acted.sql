-- Who did what a step of the process makes the case's state later: the journal names the person, not the post.
alter table case_file
    add column special_by text,
    add column special_ended_by text,
    add column special_result text,
    add column extension_by text,
    add column delivered_by text;
comment on column case_file.special_by is 'who asked for the special procedure last asked for';
comment on column case_file.special_ended_by is 'who said that it has ended, and with what result; null while it runs';
comment on column case_file.extension_by is 'which head approved the extension';
comment on column case_file.delivered_by is 'which officer registered the delivery';

alter table supplement_request
    add column proposed_by text,
    add column answered_by text;
comment on column supplement_request.proposed_by is 'who asked for it; null where the platform itself found something wanting';
comment on column supplement_request.answered_by is 'who handed it in: the applicant, or the clerk at the window for them';
