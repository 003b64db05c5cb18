package io.onevisit.processes;

/** The names in {@code delivery.bpmn} that Java relies on. */
public final class Delivery {
    public static final String PROCESS = "delivery";

    public static final class Elements {
        public static final String REGISTER_DELIVERY = "registerDelivery";

        private Elements() {}
    }

    private Delivery() {}
}
