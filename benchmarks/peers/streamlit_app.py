"""A button, a text and a table of fifty rows in Streamlit."""

import streamlit as st

NAMES = ["first row", *(f"row {n}" for n in range(2, 50)), "last row"]

st.title("A page")
if st.button("Press"):
    st.text("pressed 1")
st.table([{"name": name, "one": n, "ten": n * 10} for n, name in enumerate(NAMES, 1)])
