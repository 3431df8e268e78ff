//! What is known of words before the text is read: names, countries, triggers.
