@NullMarked
package org.dorothydispatch.listening.ui;

import org.jspecify.annotations.NullMarked;
