/** 政务大厅: their windows, the queue of the day (排队叫号), appointments (预约) and visits to people's homes (上门服务). */
@org.springframework.modulith.ApplicationModule
package io.onevisit.halls;
