-- What the engine could not do, written in its transaction; ended ones stay as the history of incidents.
CREATE TABLE incident_record (
    id                  varchar(64) PRIMARY KEY,
    kind                text NOT NULL CHECK (kind IN ('STEP', 'WORKER')),
    -- the engine's job or external task
    subject             varchar(64) NOT NULL,
    business_key        text NOT NULL,
    process_key         text NOT NULL,
    process_name        text NOT NULL,
    process_instance_id varchar(64) NOT NULL,
    activity_id         text NOT NULL,
    activity            text NOT NULL,
    topic               text,
    worker              text,
    message             text NOT NULL,
    cause               text NOT NULL,
    since               timestamptz NOT NULL,
    ended_at            timestamptz,
    ended_by            text CHECK (ended_by IN ('RETRIED', 'GONE'))
);
CREATE INDEX incident_record_open ON incident_record (since) WHERE ended_at IS NULL;
CREATE INDEX incident_record_subject ON incident_record (subject) WHERE ended_at IS NULL;
CREATE INDEX incident_record_business_key ON incident_record (business_key);
