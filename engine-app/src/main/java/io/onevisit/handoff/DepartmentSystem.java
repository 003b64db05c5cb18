package io.onevisit.handoff;

/** @param url where cases are posted to */
record DepartmentSystem(String department, String url, String secret, boolean enabled) {

    @Override
    public String toString() {
        return department + " at " + url;
    }
}
