/** Cards (蓝、黄、红) raised once per case and light, by the engine's timers and by the sweep behind them. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.supervision;
