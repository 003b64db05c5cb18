/** What applicants promise in writing: materials that come later (容缺受理) and conditions that they meet (告知承诺). */
@org.springframework.modulith.ApplicationModule
package io.onevisit.promises;
