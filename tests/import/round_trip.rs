//! What is printed comes back.
