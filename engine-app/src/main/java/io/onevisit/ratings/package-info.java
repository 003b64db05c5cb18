/** 好差评: ratings on every channel, the loop of bad ones from contact to 销号, what of it the public sees. */
@org.springframework.modulith.ApplicationModule
package io.onevisit.ratings;
