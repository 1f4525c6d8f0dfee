"""Which names mean the same thing: pure functions of records, profiles and decisions.

``signature`` says what a mention tells of its thing, ``units`` puts together what is the same to the letter,
``evidence`` weighs what may be the same, ``resolve`` joins and parts with reasons, ``entities`` says what came of it.
"""
