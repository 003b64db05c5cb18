-- What is asked for often and was found by reading everything.
create index submitted_draft_owner on submitted_draft (owner);
create index supplement_request_case on supplement_request (business_key);
create index account_staff on account (username) where kind = 'STAFF';
